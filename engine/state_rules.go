package engine

type rulesState struct{}
