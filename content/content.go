// Package content is what people read: the shipped library of author files, the texts of the interface and the help.
//
//	pack, problems := scenarios.Load(content.Library())
//	texts, err := content.LoadCatalogue()
//	title, err := texts.In("it").Text("people.title")
//
// Everything is embedded in the program. It holds no rules: what a text means is decided elsewhere.
package content

import (
	"embed"
	"io/fs"
)

//go:embed all:library
var library embed.FS

//go:embed all:acts
var acts embed.FS

//go:embed all:locales
var locales embed.FS

//go:embed all:help
var help embed.FS

// Help returns the pages for authors in Markdown, one folder a language, as in "en/format.md". A page may be missing in a
// language; all of them are there in English.
func Help() fs.FS { return below(help, "help") }

// Library returns the shipped author files; paths begin at the kinds' folders, as in "scenarios/phone-broken-plates.md".
func Library() fs.FS { return below(library, "library") }

// Acts returns the shipped acts of service, one phrases file a language, as in "it.md".
func Acts() fs.FS { return below(acts, "acts") }

// below returns the folder of an embedded tree. The folder is part of the program, so its absence is a programming mistake.
func below(tree embed.FS, folder string) fs.FS {
	sub, err := fs.Sub(tree, folder)
	if err != nil {
		panic(err)
	}
	return sub
}
