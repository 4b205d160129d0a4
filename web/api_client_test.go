package web

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// apiClient knows nothing of the program but its description: it finds addresses by their operation, and holds every
// request and answer to the schemas.
type apiClient struct {
	testing.TB
	url      string
	token    string
	document map[string]any
	schemas  *jsonschema.Compiler
}

// describe reads the description from the running site.
func (s *site) describe() *apiClient {
	s.Helper()
	response, err := http.Get(s.url + "/api/v1/openapi.json") //nolint:noctx // a test
	if err != nil {
		s.Fatal(err)
	}
	defer response.Body.Close()
	document, err := jsonschema.UnmarshalJSON(response.Body)
	if err != nil {
		s.Fatal(err)
	}
	c := &apiClient{TB: s.TB, url: s.url, document: document.(map[string]any), schemas: jsonschema.NewCompiler()}
	c.schemas.DefaultDraft(jsonschema.Draft2020)
	if err := c.schemas.AddResource("mem:///openapi.json", document); err != nil {
		s.Fatal(err)
	}
	return c
}

// client is a client of who with a token.
func (s *site) client(who string) *apiClient {
	s.Helper()
	c := s.describe()
	answer := c.call("createToken", nil, map[string]any{"login": loginOf(who), "password": testPassword, "label": "test"}, http.StatusCreated)
	c.token = answer["token"].(string)
	return c
}

// operation is an address of the description.
type operation struct {
	method, path string
	spec         map[string]any
}

func (c *apiClient) operations() map[string]operation {
	out := map[string]operation{}
	for path, methods := range c.document["paths"].(map[string]any) {
		for method, spec := range methods.(map[string]any) {
			one := spec.(map[string]any)
			out[one["operationId"].(string)] = operation{strings.ToUpper(method), path, one}
		}
	}
	return out
}

var braces = regexp.MustCompile(`\{[a-z]+\}`)

// send makes a request of an operation; parameters stand for the braces of its path in order, query may be the last.
func (c *apiClient) send(id string, parameters []string, body io.Reader, headers ...string) *http.Response {
	c.Helper()
	op, ok := c.operations()[id]
	if !ok {
		c.Fatalf("the description has no operation %q", id)
	}
	path := braces.ReplaceAllStringFunc(op.path, func(string) string {
		first := parameters[0]
		parameters = parameters[1:]
		return first
	})
	r, err := http.NewRequestWithContext(c.Context(), op.method, c.url+"/api/v1"+path, body)
	if err != nil {
		c.Fatal(err)
	}
	if body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	if c.token != "" {
		r.Header.Set("Authorization", "Bearer "+c.token)
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		c.Fatal(err)
	}
	return response
}

// call makes a request with a JSON body (nil for none), wants the status, holds the answer to the schema of that status
// and returns it.
func (c *apiClient) call(id string, parameters []string, body map[string]any, want int) map[string]any {
	c.Helper()
	var reader io.Reader
	if body != nil {
		text, err := json.Marshal(body)
		if err != nil {
			c.Fatal(err)
		}
		reader = bytes.NewReader(text)
	}
	response := c.send(id, parameters, reader)
	defer response.Body.Close()
	return c.answered(id, response, want)
}

func (c *apiClient) answered(id string, response *http.Response, want int) map[string]any {
	c.Helper()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		c.Fatal(err)
	}
	if response.StatusCode != want {
		c.Fatalf("%s = %d, want %d: %s", id, response.StatusCode, want, text)
	}
	media := response.Header.Get("Content-Type")
	c.validate(text, "#/paths/"+c.pointer(id)+"/responses/"+response.Status[:3]+"/content/"+escapePointer(media)+"/schema")
	var out map[string]any
	if err := json.Unmarshal(text, &out); err != nil {
		c.Fatalf("%s: %v", id, err)
	}
	return out
}

func (c *apiClient) pointer(id string) string {
	op := c.operations()[id]
	return escapePointer(op.path) + "/" + strings.ToLower(op.method)
}

func escapePointer(text string) string {
	text = strings.NewReplacer("~", "~0", "/", "~1").Replace(text)
	return strings.NewReplacer("{", "%7B", "}", "%7D").Replace(text)
}

// validate holds a JSON text to a schema of the description.
func (c *apiClient) validate(text []byte, pointer string) {
	c.Helper()
	schema, err := c.schemas.Compile("mem:///openapi.json" + pointer)
	if err != nil {
		c.Fatalf("the description has no schema at %s: %v", pointer, err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		c.Fatalf("answer is not JSON: %v: %s", err, text)
	}
	if err := schema.Validate(value); err != nil {
		c.Errorf("answer does not fit %s: %v\n%s", pointer, err, text)
	}
}

// apiMessage is one message of a stream.
type apiMessage struct {
	ID    string
	Event map[string]any
}

// follow reads a stream until it ends, or until enough messages came (0 for all); each is held to the schema of events.
func (c *apiClient) follow(session, after string, enough int) []apiMessage {
	c.Helper()
	response := c.send("followSession", []string{session}, nil, "Last-Event-ID", after)
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		c.Fatalf("stream = %d, want 200", response.StatusCode)
	}
	var out []apiMessage
	var id string
	lines := bufio.NewScanner(response.Body)
	for lines.Scan() {
		field, value, _ := strings.Cut(lines.Text(), ": ")
		switch field {
		case "id":
			id = value
		case "data":
			c.validate([]byte(value), "#/components/schemas/Event")
			one := apiMessage{ID: id}
			if err := json.Unmarshal([]byte(value), &one.Event); err != nil {
				c.Fatal(err)
			}
			if out = append(out, one); len(out) == enough {
				return out
			}
		}
	}
	return out
}
