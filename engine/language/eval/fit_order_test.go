package eval

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"proba/engine/language"
)

// unspoken are the sorts of judged replies that are no speech in the phrase's language.
var unspoken = map[string]bool{"bag": true, "repeat": true, "echo": true, "foreign": true}

// The honest replies an order guard may flag, and the share of the thrown-together ones it has to.
const (
	mostFlagged = 0.06
	leastCaught = 0.65
	thrown      = 0.28 // the bound in use, as a sum of weights
)

// TestFitOrder fits the weights of order on judged replies against the same replies with their words shuffled, their long
// words in a heap, and the heaps people wrote; it prints them with the shares flagged and wants those in use to flag few
// honest replies and most of the others.
func TestFitOrder(t *testing.T) {
	var all []Fitted
	flagged := map[string]*Share{}
	for _, name := range judgedNames(t, "replies", "dev") {
		set, err := ReadReplies(os.DirFS("."), name)
		if err != nil {
			t.Fatal(err)
		}
		r, err := set.Recogniser()
		if err != nil {
			t.Fatal(err)
		}
		for kind, texts := range ordered(set) {
			for _, text := range texts {
				if e := r.OrderEvidence(language.Reply{Text: text, Typed: true}); e != nil {
					all = append(all, Fitted{Evidence: e, Truth: kind != "honest", Weight: orderWeight[kind]})
					if flagged[kind] == nil {
						flagged[kind] = &Share{}
					}
					flagged[kind].count(weighed(e) > thrown)
				}
			}
		}
	}
	if dir := os.Getenv("PROBA_EVAL"); dir != "" {
		all = append(all, publicOrders(t, dir)...)
		t.Log(strings.ReplaceAll(fmt.Sprintf("%.2f", Fit(all, orderSigns, 0.0002)), " ", ", "))
	}
	for kind, share := range flagged {
		t.Logf("%s: %d of %d flagged, %.1f %%", kind, share.Passed, share.Tried, share.Percent())
		if kind == "honest" && share.Percent() > 100*mostFlagged || kind != "honest" && share.Percent() < 100*leastCaught {
			t.Errorf("%s: %.1f %% flagged", kind, share.Percent())
		}
	}
}

func weighed(evidence []float64) float64 {
	sum := 0.0
	for i, w := range language.OrderWeights() {
		sum += w * evidence[i]
	}
	return sum
}

// publicOrders are texts of the first half of the classes of the public sets, a set counting as much as a file of judged replies.
func publicOrders(t *testing.T, dir string) []Fitted {
	t.Helper()
	var all []Fitted
	for _, name := range []string{"banking77", "clinc150", "xsid_it", "xsid_de", "xsid_en"} {
		set, err := ReadSet(os.DirFS(dir), "data/"+name)
		if err != nil {
			t.Fatal(err)
		}
		for n := range 4 {
			draw, labels := &chance{uint64(n)}, halfOf(set.Labels, 0)
			labels = draw.sample(labels, rubricSize(labels))
			examples := make([][]string, len(labels))
			texts := map[string][]string{}
			for i, label := range labels {
				examples[i] = draw.sample(set.Train[label], 9)
				texts["all examples"] = append(texts["all examples"], shuffled(draw, strings.Join(examples[i], " ")))
				texts["bag"] = append(texts["bag"], stuffed(examples[i]))
				for _, u := range draw.sample(set.Test[label], 5) {
					texts["honest"] = append(texts["honest"], u)
					texts["shuffled"] = append(texts["shuffled"], shuffled(draw, u))
				}
			}
			r, err := Trained(set.Language, labels, examples)
			if err != nil {
				t.Fatal(err)
			}
			for kind, list := range texts {
				for _, text := range list {
					if e := r.OrderEvidence(language.Reply{Text: text, Typed: true}); e != nil {
						all = append(all, Fitted{Evidence: e, Truth: kind != "honest", Weight: orderWeight[kind]})
					}
				}
			}
		}
	}
	return all
}

// orderSigns lets more of anything but the constant speak for speech only.
var orderSigns = []float64{0, -1, -1, -1, -1, -1, -1, -1}

// orderWeight is what a text of each kind counts for in the fit.
var orderWeight = map[string]float64{"honest": 4, "bag": 4, "heaped": 2, "shuffled": 1, "all examples": 4}

// ordered are the texts of a set by kind: the judged replies, the same thrown together, and all examples of a phrase shuffled.
func ordered(set *Replies) map[string][]string {
	all, draw := map[string][]string{}, &chance{7}
	for _, j := range set.Judged {
		for kind, text := range orders(draw, j) {
			all[kind] = append(all[kind], text)
		}
	}
	for _, p := range set.Phrases {
		var texts []string
		for _, u := range p.Examples {
			texts = append(texts, u.Text)
		}
		all["all examples"] = append(all["all examples"], shuffled(draw, plainly(strings.Join(texts, " "))))
	}
	return all
}

func plainly(text string) string {
	return strings.NewReplacer(",", "", ".", "", "?", "", "!", "", ":", "").Replace(text)
}

// orders are a judged reply as it is and as somebody would throw it together.
func orders(draw *chance, j Judged) map[string]string {
	switch {
	case j.Sort == "bag":
		return map[string]string{"bag": j.Text}
	case unspoken[j.Sort]:
		return nil
	}
	plain := plainly(j.Text)
	var long []string
	for _, w := range strings.Fields(strings.ToLower(plain)) {
		if len(w) >= longWord {
			long = append(long, w)
		}
	}
	sort.Strings(long)
	return map[string]string{"honest": j.Text, "shuffled": shuffled(draw, plain), "heaped": strings.Join(long, " ")}
}

// judgedNames lists the files of judged replies in folders of testdata.
func judgedNames(t *testing.T, folders ...string) []string {
	t.Helper()
	var all []string
	for _, folder := range folders {
		names, err := filepath.Glob("testdata/" + folder + "/*.txt")
		if err != nil || len(names) == 0 {
			t.Fatalf("testdata/%s holds no files", folder)
		}
		all = append(all, names...)
	}
	return all
}
