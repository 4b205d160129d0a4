package language

// ListLimits are the numbers of the list guard (SEMANTICS 12): more phrases than these make a list of words, not a reply.
// Zero means 5 in a sentence and 8 in a reply.
type ListLimits struct {
	Sentence int `json:"sentence,omitempty"`
	Reply    int `json:"reply,omitempty"`
}

// The limits where a session brings none.
const (
	usualInSentence = 5
	usualInReply    = 8
)

func (l ListLimits) orUsual() ListLimits {
	if l.Sentence <= 0 {
		l.Sentence = usualInSentence
	}
	if l.Reply <= 0 {
		l.Reply = usualInReply
	}
	return l
}

// guardLists voids sentences that hold too many phrases and, when the whole reply does, all of them; it tells the
// latter. Groups do not count beside their members.
func guardLists(trials []trial, sentences int, limits ListLimits) bool {
	limits = limits.orUsual()
	perSentence := make([]int, sentences)
	inReply := 0
	for i := range trials {
		anywhere := false
		for s, h := range trials[i].bySentence {
			if h.Verdict.Heard() && !trials[i].group {
				perSentence[s]++
				anywhere = true
			}
		}
		if anywhere {
			inReply++
		}
	}
	whole := inReply > limits.Reply
	for i := range trials {
		trials[i].void(perSentence, limits.Sentence, whole)
	}
	return whole
}

// void turns what was heard in a list into no, and keeps it as the near miss to cite.
func (t *trial) void(perSentence []int, most int, whole bool) {
	for s, h := range t.bySentence {
		if h.Verdict == "" || !whole && perSentence[s] <= most {
			continue
		}
		h.Verdict, h.Confidence, h.Why = No, 0, WhyList
		t.bySentence[s] = Hearing{}
		t.missed = h
	}
}

// guardCertain lowers a pattern's certainty for mixed scripts, a foreign language and copied words (SEMANTICS 12).
func (r *reading) guardCertain(h Hearing) Hearing {
	for i, tok := range r.tokens {
		if tok.from < h.Span[0] || tok.to > h.Span[1] {
			continue
		}
		if tok.mixed {
			h = lower(h, GuardMixedScripts)
		}
		if r.copied[i] {
			h = lower(h, GuardCopied)
		}
	}
	if r.foreign != "" {
		h = lower(h, GuardWrongLanguage)
	}
	return h
}

// lower makes a hearing unsure and names the guard once.
func lower(h Hearing, g Guard) Hearing {
	for _, old := range h.Guards {
		if old == g {
			return h
		}
	}
	h.Guards = append(h.Guards, g)
	if h.Verdict.Heard() {
		h.Verdict, h.Why, h.Confidence = Unsure, WhyGuard, 0.5
	}
	return h
}
