package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"

	"github.com/go-playground/validator/v10"
)

// bindJSON reads a request's body into a T and holds it to its validate tags. Unknown fields, a second value and a body
// that is not JSON are refused: a misspelt field must not be lost in silence.
func bindJSON[T any](v *visit, rules *validator.Validate) (T, error) {
	var into T
	media, _, err := mime.ParseMediaType(v.Request().Header.Get("Content-Type"))
	if err != nil || media != "application/json" {
		return into, fmt.Errorf("%w: content type is not application/json", errBadRequest)
	}
	decoder := json.NewDecoder(v.Request().Body)
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&into); err != nil {
		return into, fmt.Errorf("%w: %w", errBadRequest, err)
	}
	if err := decoder.Decode(new(json.RawMessage)); !errors.Is(err, io.EOF) {
		return into, fmt.Errorf("%w: more than one JSON value", errBadRequest)
	}
	if err := rules.Struct(into); err != nil {
		return into, fmt.Errorf("%w: %w", errBadRequest, err)
	}
	return into, nil
}
