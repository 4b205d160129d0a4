package web

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"testing"
)

// TestColoursAreReadable measures every text colour on every ground in both themes: 4.5:1 for text, 3:1 for the edges of
// controls (WCAG 2.2, 1.4.3 and 1.4.11).
func TestColoursAreReadable(t *testing.T) {
	tokens := readTokens(t)
	check := func(front, back string, least float64) {
		for theme := range 2 {
			if got := contrast(tokens[front][theme], tokens[back][theme]); got < least {
				t.Errorf("%s on %s in theme %d is %.2f:1, want %.1f:1", front, back, theme, got, least)
			}
		}
	}
	for _, ground := range []string{"paper", "sheet", "sunken", "raised"} {
		for _, text := range []string{"ink", "ink-2", "ink-3", "pen", "met", "miss", "wait"} {
			check(text, ground, 4.5)
		}
		check("edge", ground, 3)
		check("focus", ground, 3)
	}
	for _, pair := range [][2]string{
		{"met", "met-soft"}, {"miss", "miss-soft"}, {"wait", "wait-soft"}, {"ink", "heard"}, {"pen", "pen-soft"}, {"on-pen", "pen-fill"}, {"on-miss", "miss"}, {"ink", "pen-line"},
		{"ink-2", "met-soft"}, {"ink-2", "miss-soft"}, {"ink-2", "wait-soft"},
	} {
		check(pair[0], pair[1], 4.5)
	}
}

var token = regexp.MustCompile(`--([a-z0-9-]+):\s*light-dark\(#([0-9a-f]{6}), #([0-9a-f]{6})\)`)

// readTokens reads the colours of tokens.css, light and dark.
func readTokens(t *testing.T) map[string][2]string {
	t.Helper()
	css, err := staticFiles.ReadFile("static/css/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	tokens := map[string][2]string{}
	for _, m := range token.FindAllStringSubmatch(string(css), -1) {
		tokens[m[1]] = [2]string{m[2], m[3]}
	}
	if len(tokens) < 20 {
		t.Fatalf("only %d colours were found", len(tokens))
	}
	return tokens
}

// contrast is the WCAG contrast ratio of two colours written as six hexadecimal digits.
func contrast(a, b string) float64 {
	high, low := luminance(a), luminance(b)
	if high < low {
		high, low = low, high
	}
	return (high + 0.05) / (low + 0.05)
}

func luminance(colour string) float64 {
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(colour[2*i:2*i+2], 16, 8)
		if err != nil {
			panic(fmt.Sprintf("colour %q: %v", colour, err))
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			sum += weight * c / 12.92
			continue
		}
		sum += weight * math.Pow((c+0.055)/1.055, 2.4)
	}
	return sum
}

func TestOnlyTheTokensNameColours(t *testing.T) {
	colour := regexp.MustCompile(`#[0-9a-fA-F]{3,8}\b|rgba?\(`)
	for _, name := range stylesheets {
		if name == "tokens" {
			continue
		}
		css, err := staticFiles.ReadFile("static/css/" + name + ".css")
		if err != nil {
			t.Fatal(err)
		}
		if found := colour.FindAllString(string(css), -1); len(found) > 0 {
			t.Errorf("css/%s.css names colours: %v", name, found)
		}
	}
}
