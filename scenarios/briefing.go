package scenarios

// Briefing changes facts or articles of a world from a date on, or in the middle of a shift (SCENARIO-FORMAT 28).
type Briefing struct {
	Meta
	// World is the id of the world whose articles change; "" when only facts do.
	World string
	// ValidFrom is a date as 2026-03-12; "" for one that a shift delivers.
	ValidFrom string
	Brief     string // Markdown shown to the trainee
	Facts     []Fact
	Articles  []Article
}
