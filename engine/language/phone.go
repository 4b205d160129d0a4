package language

import "strings"

// countryCodes are the country codes of the languages known, with the figure dialled before a number inside the country.
var countryCodes = []struct{ code, trunk string }{
	{"39", ""}, {"40", "0"}, {"373", "0"}, {"7", "8"}, {"44", "0"}, {"49", "0"}, {"43", "0"}, {"41", "0"}, {"33", "0"}, {"34", ""}, {"1", "1"},
}

// shortestAbroad is the least number of figures of a phone number with its country code.
const shortestAbroad = 10

// sameLines lists the ways of writing one phone number: with its country code, and as it is dialled inside the country.
func sameLines(digits string) []string {
	digits = strings.TrimPrefix(digits, "00")
	all := []string{digits}
	if len(digits) < shortestAbroad || digits[0] == '0' {
		return all
	}
	for _, c := range countryCodes {
		if rest, ok := strings.CutPrefix(digits, c.code); ok && len(rest) >= 7 {
			all = append(all, rest, c.trunk+rest, "00"+digits)
			break
		}
	}
	return all
}

// sameLine tells that two runs of figures are the same phone number.
func sameLine(a, b string) bool {
	for _, x := range sameLines(a) {
		for _, y := range sameLines(b) {
			if x == y {
				return true
			}
		}
	}
	return false
}
