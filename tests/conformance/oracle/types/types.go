// Package types carries the name that Kubernetes' own package has, for it shows in error texts.
package types

type NamespacedName struct {
	Namespace string
	Name      string
}

func (n NamespacedName) String() string {
	return n.Namespace + "/" + n.Name
}
