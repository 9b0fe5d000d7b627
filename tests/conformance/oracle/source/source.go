// Package source names the root of the template's data as the controller does.
package source

import (
	"oracle/types"
	"oracle/update"
)

type TemplateData struct {
	AutomationObject types.NamespacedName
	Changed          update.Result
	Values           map[string]string
}
