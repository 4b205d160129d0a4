package web

import (
	"fmt"
	"time"

	"proba/content"
)

// dates writes times for people in one language: "20 Nov 2026", "Fri 20 Nov", "20 Nov 2026, 14:05".
type dates struct {
	texts *content.Texts
	zone  *time.Location
}

// date is day, month and year; an en dash for no time.
func (d dates) date(at time.Time) (string, error) {
	if at.IsZero() {
		return "–", nil
	}
	at = at.In(d.zone)
	return d.texts.Text("date.date", "Day", at.Day(), "Month", d.month(at), "Year", at.Year())
}

// day is weekday, day and month: for times near by.
func (d dates) day(at time.Time) (string, error) {
	if at.IsZero() {
		return "–", nil
	}
	at = at.In(d.zone)
	weekday, err := d.texts.Text(fmt.Sprintf("date.weekday.%d", int(at.Weekday())))
	if err != nil {
		return "", err
	}
	return d.texts.Text("date.day", "Weekday", weekday, "Day", at.Day(), "Month", d.month(at))
}

// datetime is the date with hours and minutes.
func (d dates) datetime(at time.Time) (string, error) {
	date, err := d.date(at)
	if err != nil || at.IsZero() {
		return date, err
	}
	return date + ", " + d.clock(at), nil
}

// clock is hours and minutes of the day.
func (d dates) clock(at time.Time) string { return at.In(d.zone).Format("15:04") }

// percent is a whole number of hundredths with the language's spacing.
func (d dates) percent(n int) (string, error) { return d.texts.Text("number.percent", "N", n) }

func (d dates) month(at time.Time) string {
	name, err := d.texts.Text(fmt.Sprintf("date.month.%d", int(at.Month())))
	if err != nil {
		return at.Format("01")
	}
	return name
}
