package web

import "proba/content"

// wording takes many texts and keeps the first error, so that code that makes a drawing or a table checks once.
type wording struct {
	texts *content.Texts
	err   error
}

// t is the text of a key, "" after an error; see [content.Texts.Text].
func (w *wording) t(key string, pairs ...any) string {
	text, err := w.texts.Text(key, pairs...)
	if err != nil && w.err == nil {
		w.err = err
	}
	return text
}
