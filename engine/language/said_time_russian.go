package language

import "strings"

// russianPart reads "половина восьмого", "полвосьмого", "четверть пятого": a part of the hour that is running.
func (s *speaker) russianPart(i int) (moment, bool) {
	if rest, ok := strings.CutPrefix(s.words[i], "пол"); ok && rest != "" {
		if hour := int(ordinals["ru"][rest]); hour > 0 && hour <= 12 {
			return moment{from: i, to: i + 1, minute: about(hour, -30)}, true
		}
	}
	minutes, ok := russianParts[s.words[i]]
	if !ok || !s.touches(i+1) {
		return moment{}, false
	}
	hour, end := s.runningHour(i + 1)
	return moment{from: i, to: end, minute: about(hour, minutes-60)}, end > 0
}

// russianParts are the parts of the running hour, in minutes.
var russianParts = map[string]int{"половина": 30, "половине": 30, "половину": 30, "половины": 30, "пол": 30, "четверть": 15}

// runningHour reads the ordinal of the hour that is running: "пятого" is the one from four to five.
func (s *speaker) runningHour(j int) (hour, end int) {
	if j >= len(s.words) {
		return 0, 0
	}
	n := ordinals["ru"][s.words[j]]
	if n == 0 || n > 12 || j+1 < len(s.words) && s.touches(j+1) && s.tongue(j).month(s.words[j+1]) > 0 {
		return 0, 0
	}
	return int(n), j + 1
}

// russianMinutes reads "двадцать минут пятого": so many minutes of the running hour.
func (s *speaker) russianMinutes(i int) (moment, bool) {
	n := s.numbers[i]
	if s.tongue(i).code != "ru" || n.to == 0 || n.value.Kind != KindNumber || n.value.Number >= 60*scale || n.value.Number%scale != 0 {
		return moment{}, false
	}
	j := n.to
	if !s.is(j, s.speech(i).clock.minutes) {
		return moment{}, false
	}
	if !s.touches(j + 1) {
		return moment{}, false
	}
	hour, end := s.runningHour(j + 1)
	return moment{from: i, to: end, minute: about(hour, int(n.value.Number/scale)-60)}, end > 0
}

// russianWithout reads "без двадцати семь", "без четверти восемь".
func (s *speaker) russianWithout(i int) (moment, bool) {
	if s.words[i] != "без" || !s.touches(i+1) {
		return moment{}, false
	}
	minutes, j := 15, i+2
	if s.words[i+1] != "четверти" {
		if minutes, j = s.fewMinutes(i + 1); minutes == 0 {
			return moment{}, false
		}
	}
	if s.is(j, s.speech(i).clock.minutes) {
		j++
	}
	if !s.touches(j) {
		return moment{}, false
	}
	hour, end, _ := s.hour(j)
	if end == 0 || s.counted(end) {
		return moment{}, false
	}
	return moment{from: i, to: s.overHourWord(end), minute: about(hour, -minutes), exact: hour > 12}, true
}

// fewMinutes reads the minutes of "без двадцати семь", where the hour must not be counted into the number.
func (s *speaker) fewMinutes(j int) (minutes, end int) {
	if s.tokens[j].digits {
		n := plainNumber(s.words[j])
		return max(0, n), j + 1
	}
	n, ok := s.tongue(j).numbers.additive(s.words[j])
	if !ok || n >= 60 {
		return 0, 0
	}
	if n == 20 && j+2 < len(s.words) {
		if u, ok := s.tongue(j).numbers.small[s.words[j+1]]; ok && u < 10 && s.numbers[j+2].to > 0 {
			return int(n + u), j + 2 // "без двадцати пяти семь"
		}
	}
	return int(n), j + 1
}
