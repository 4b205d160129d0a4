package language

import (
	"github.com/blevesearch/snowballstem"
	stemen "github.com/blevesearch/snowballstem/english"
	stemfr "github.com/blevesearch/snowballstem/french"
	stemde "github.com/blevesearch/snowballstem/german"
	stemit "github.com/blevesearch/snowballstem/italian"
	stemro "github.com/blevesearch/snowballstem/romanian"
	stemru "github.com/blevesearch/snowballstem/russian"
	stemes "github.com/blevesearch/snowballstem/spanish"
)

// stemmers are the Snowball algorithms by language.
var stemmers = map[string]func(*snowballstem.Env) bool{
	"it": stemit.Stem, "ro": stemro.Stem, "ru": stemru.Stem, "en": stemen.Stem, "de": stemde.Stem, "fr": stemfr.Stem, "es": stemes.Stem,
}

// Stem gives the Snowball stem of a folded word; the word itself in a language without a stemmer.
func Stem(word, language string) string {
	stem, ok := stemmers[language]
	if !ok || hasDigit(word) {
		return word
	}
	env := snowballstem.NewEnv(word)
	stem(env)
	return env.Current()
}
