// Package rater asks an outside service for a second opinion on a criterion. It is off unless the operator names an
// address, runs after a session is finished, and never touches a mark: a vote is kept beside the machine's mark with
// the model, the hash of the prompt and the raw answer, and at most sends the criterion to a person.
//
// There are two kinds: a chat service is asked whether a criterion is met, an embeddings service how near what was said is
// to the examples of its phrases.
//
// What a trainee said is data in the prompt, fenced by a seal that text cannot hold since the seal is made of the text.
// A vote that does not keep the form, quotes what was not said, or gives the seal away is void.
package rater
