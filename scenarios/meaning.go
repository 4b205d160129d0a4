package scenarios

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// meaning writes a value of the model so that two values are equal in it when they mean the same: without places in files
// and without the words an author chose where what they say was read.
func meaning(v any) string {
	var b strings.Builder
	writeMeaning(&b, reflect.ValueOf(v))
	return b.String()
}

func writeMeaning(b *strings.Builder, v reflect.Value) {
	switch v.Kind() {
	case reflect.Invalid:
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			writeMeaning(b, v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			writeMeaning(b, v.Index(i))
			b.WriteByte(';')
		}
	case reflect.Map:
		writeMapMeaning(b, v)
	case reflect.Struct:
		writeStructMeaning(b, v)
	case reflect.String:
		fmt.Fprintf(b, "%q", v.String())
	default:
		fmt.Fprint(b, v.Interface())
	}
}

func writeMapMeaning(b *strings.Builder, v reflect.Value) {
	var all []string
	for _, key := range v.MapKeys() {
		all = append(all, fmt.Sprintf("%q=%s", key.String(), meaning(v.MapIndex(key).Interface())))
	}
	slices.Sort(all)
	b.WriteString(strings.Join(all, ","))
}

func writeStructMeaning(b *strings.Builder, v reflect.Value) {
	if ref, ok := v.Interface().(Ref); ok {
		fmt.Fprintf(b, "%q", foldName(ref.Name))
		return
	}
	t := v.Type()
	fmt.Fprintf(b, "%s{", t.Name())
	for i := range t.NumField() {
		if means(t, t.Field(i).Name) && v.Field(i).Type() != reflect.TypeFor[Pos]() {
			writeMeaning(b, v.Field(i))
			b.WriteByte('|')
		}
	}
	b.WriteByte('}')
}

// means tells the fields that are only another writing of the others.
func means(t reflect.Type, field string) bool {
	switch t {
	case reflect.TypeFor[Condition](), reflect.TypeFor[Item](), reflect.TypeFor[FieldTruth](), reflect.TypeFor[CoverageRule]():
		return field != "Text"
	case reflect.TypeFor[Pattern]():
		return field != "Expr"
	}
	return true
}
