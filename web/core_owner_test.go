package web

import (
	"net/http"
	"strings"
	"testing"

	"proba/engine"
)

// TestAnotherPersonsSessionDoesNotExist asks every address of a session as its owner and as a peer: what belongs to
// somebody else is not found, rather than forbidden, so that ids cannot be probed.
func TestAnotherPersonsSessionDoesNotExist(t *testing.T) {
	s := newSite(t)
	n := s.finished("trainee", "chat-estensione-garanzia", engine.Practice, "pass", 84)
	peer := s.as("other trainee")
	for _, r := range s.server.routes {
		if !strings.HasPrefix(r.path, "/sessions/:id") {
			continue
		}
		path := parameter.ReplaceAllString(strings.Replace(r.path, ":id", string(n.ID), 1), "close")
		got := peer.do(peer.request(r.method, path, ""))
		if r.method == post {
			got = peer.post(path, "key", "k1", "last", "2")
		}
		got.wantStatus(t, r.method+" "+path+" as a peer", http.StatusNotFound)
	}
	owner := s.as("trainee").get("/sessions/" + string(n.ID))
	if owner.status == http.StatusNotFound {
		t.Error("the owner does not find his session")
	}
}
