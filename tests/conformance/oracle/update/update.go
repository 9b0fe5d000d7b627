// Package update has the shape of the data that the image-automation-controller hands to a commit message template.
package update

type TypeMeta struct {
	APIVersion string
	Kind       string
}

type NameMeta struct {
	Name      string
	Namespace string
}

type ResourceIdentifier struct {
	TypeMeta
	NameMeta
}

func (r *ResourceIdentifier) GetName() string       { return r.Name }
func (r *ResourceIdentifier) GetNamespace() string  { return r.Namespace }
func (r *ResourceIdentifier) GetAPIVersion() string { return r.APIVersion }
func (r *ResourceIdentifier) GetKind() string       { return r.Kind }

type ObjectIdentifier struct {
	ResourceIdentifier
}

type Change struct {
	OldValue string
	NewValue string
	Setter   string
}

type ObjectChanges map[ObjectIdentifier][]Change

type Result struct {
	FileChanges map[string]ObjectChanges
}

func (r Result) Changes() []Change {
	seen := map[Change]bool{}
	var all []Change
	for _, objects := range r.FileChanges {
		for _, changes := range objects {
			for _, change := range changes {
				if !seen[change] {
					all = append(all, change)
				}
				seen[change] = true
			}
		}
	}
	return all
}

func (r Result) Objects() ObjectChanges {
	all := ObjectChanges{}
	for _, objects := range r.FileChanges {
		for object, changes := range objects {
			all[object] = append(all[object], changes...)
		}
	}
	return all
}
