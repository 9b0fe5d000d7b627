// Answers questions with Go itself and with the libraries that Flux uses, so that our own answers can be compared.
// Reads a JSON list of questions from standard input and writes the list of answers.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"text/template"

	"github.com/Masterminds/semver/v3"
	"github.com/Masterminds/sprig/v3"
	"github.com/fluxcd/pkg/envsubst"

	"oracle/source"
	"oracle/types"
	"oracle/update"
)

type question struct {
	Op        string
	Text      string
	Texts     []string
	Pattern   string
	Template  string
	Strict    bool
	Variables map[string]string
	Data      data
}

type data struct {
	Namespace string
	Name      string
	Files     []file
	Values    map[string]string
}

type file struct {
	Path    string
	Objects []object
}

type object struct {
	APIVersion string
	Kind       string
	Namespace  string
	Name       string
	Changes    []update.Change
}

type answer struct {
	Output string
	Values []*string
	Error  string
}

var operations = map[string]func(question) answer{
	"float":    parseFloats,
	"regexp":   extract,
	"range":    checkRange,
	"version":  compareVersions,
	"envsubst": substitute,
	"template": render,
}

func main() {
	var questions []question
	if err := json.NewDecoder(os.Stdin).Decode(&questions); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	answers := make([]answer, len(questions))
	for i, q := range questions {
		answers[i] = operations[q.Op](q)
	}
	if err := json.NewEncoder(os.Stdout).Encode(answers); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// Each text as a number in its shortest form, nil where it is none.
func parseFloats(q question) answer {
	var a answer
	for _, text := range q.Texts {
		value, err := strconv.ParseFloat(text, 64)
		if err != nil {
			a.Values = append(a.Values, nil)
			continue
		}
		a.Values = append(a.Values, known(strconv.FormatFloat(value, 'g', -1, 64)))
	}
	return a
}

// What a tag filter extracts from each text, nil where the pattern does not match.
func extract(q question) answer {
	re, err := regexp.Compile(q.Pattern)
	if err != nil {
		return answer{Error: err.Error()}
	}
	var a answer
	for _, text := range q.Texts {
		match := re.FindStringSubmatchIndex(text)
		if len(match) == 0 {
			a.Values = append(a.Values, nil)
			continue
		}
		a.Values = append(a.Values, known(string(re.ExpandString(nil, q.Template, text, match))))
	}
	return a
}

// Whether each version is in the range, nil where it is no version to Flux.
func checkRange(q question) answer {
	constraint, err := semver.NewConstraint(q.Text)
	if err != nil {
		return answer{Error: err.Error()}
	}
	var a answer
	for _, text := range q.Texts {
		version, err := semver.NewVersion(text)
		if err != nil || strings.Count(text, ".") < 2 {
			a.Values = append(a.Values, nil)
			continue
		}
		a.Values = append(a.Values, known(strconv.FormatBool(constraint.Check(version))))
	}
	return a
}

// The first text compared with each of the others.
func compareVersions(q question) answer {
	first, err := semver.NewVersion(q.Text)
	if err != nil {
		return answer{Error: err.Error()}
	}
	var a answer
	for _, text := range q.Texts {
		version, err := semver.NewVersion(text)
		if err != nil {
			a.Values = append(a.Values, nil)
			continue
		}
		a.Values = append(a.Values, known(strconv.Itoa(first.Compare(version))))
	}
	return a
}

func substitute(q question) (a answer) {
	defer func() {
		if thrown := recover(); thrown != nil {
			a = answer{Error: fmt.Sprint("panic: ", thrown)}
		}
	}()
	output, err := envsubst.Eval(q.Text, func(name string) (string, bool) {
		value, set := q.Variables[name]
		return value, set || !q.Strict
	})
	if err != nil {
		return answer{Output: output, Error: err.Error()}
	}
	return answer{Output: output}
}

func render(q question) (a answer) {
	defer func() {
		if thrown := recover(); thrown != nil {
			a = answer{Error: fmt.Sprint("panic: ", thrown)}
		}
	}()
	t, err := template.New("commit message").Funcs(sprig.HermeticTxtFuncMap()).Parse(q.Text)
	if err != nil {
		return answer{Error: err.Error()}
	}
	var b strings.Builder
	if err := t.Execute(&b, q.Data.templateData()); err != nil {
		return answer{Output: b.String(), Error: err.Error()}
	}
	return answer{Output: b.String()}
}

func (d data) templateData() source.TemplateData {
	var changed update.Result
	for _, f := range d.Files {
		for _, o := range f.Objects {
			id := update.ObjectIdentifier{ResourceIdentifier: update.ResourceIdentifier{
				TypeMeta: update.TypeMeta{APIVersion: o.APIVersion, Kind: o.Kind},
				NameMeta: update.NameMeta{Name: o.Name, Namespace: o.Namespace},
			}}
			if changed.FileChanges == nil {
				changed.FileChanges = map[string]update.ObjectChanges{}
			}
			if changed.FileChanges[f.Path] == nil {
				changed.FileChanges[f.Path] = update.ObjectChanges{}
			}
			changed.FileChanges[f.Path][id] = append(changed.FileChanges[f.Path][id], o.Changes...)
		}
	}
	return source.TemplateData{
		AutomationObject: types.NamespacedName{Namespace: d.Namespace, Name: d.Name},
		Changed:          changed,
		Values:           d.Values,
	}
}

func known(text string) *string { return &text }
