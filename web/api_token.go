package web

import (
	"net/http"
	"time"
)

// defaultTokenDays is how long a token lasts that was not asked to last otherwise.
const defaultTokenDays = 30

type tokenRequest struct {
	Login    string `json:"login" validate:"required,max=200"`
	Password string `json:"password" validate:"required,max=1000"`
	Label    string `json:"label" validate:"max=80"`
	Days     int    `json:"days" validate:"min=0,max=365"`
}

type tokenAnswer struct {
	Token   string    `json:"token"`
	Expires time.Time `json:"expires"`
	Person  string    `json:"person"`
}

// apiToken trades a sign-in for a bearer token, under the same throttle as the sign-in page.
func (s *Server) apiToken(v *visit) error {
	asked, err := bindJSON[tokenRequest](v, s.valid)
	if err != nil {
		return err
	}
	if _, _, ok := s.throttle.take(asked.Login, v.RealIP()); !ok {
		return errTooMany
	}
	person, ok, err := s.identify(v, asked.Login, asked.Password)
	if err != nil {
		return err
	}
	if !ok {
		return errSignInNeeded
	}
	s.throttle.succeeded(asked.Login, v.RealIP())
	if asked.Days == 0 {
		asked.Days = defaultTokenDays
	}
	v.person = person
	token, secret, err := s.Store.CreateToken(v.ctx(), v.Actor(), person.ID, asked.Label, time.Duration(asked.Days)*24*time.Hour)
	if err != nil {
		return err
	}
	return v.JSON(http.StatusCreated, tokenAnswer{Token: secret, Expires: token.Expires, Person: string(person.ID)})
}
