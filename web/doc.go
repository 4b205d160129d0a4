// Package web is Proba in a browser: HTTP in; HTML, JSON and event streams out. Nothing is decided here.
//
//	server, err := web.New(web.Config{Store: records, Live: sessions, Library: library})
//	http.ListenAndServe("127.0.0.1:8080", server.Handler())
//
// The whole site is the table in routes.go: method, path, who may come, handler. A handler binds, checks, makes one call
// and renders; it returns errors, which errors.go turns into pages. A page is a typed view struct that embeds [Page], a
// template of the same name under templates/, and texts from content/locales.
package web
