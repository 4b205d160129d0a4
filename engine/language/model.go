package language

func (r *Recogniser) tryModel(p *phrase, reading *reading, refused []bool, t *trial) {}
