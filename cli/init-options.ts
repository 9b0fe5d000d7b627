import type { Option } from './command.js'

export const OPTIONS: readonly Option[] = [
  { name: 'registry', value: 'HOST[:PORT]', description: 'Where the images are, without a scheme' },
  { name: 'insecure', description: 'The registry speaks plain HTTP; --insecure=false says that it no longer does' },
  {
    name: 'vm',
    value: 'USER@HOST[:PORT]',
    description: 'Where the backend runs, and how the deploy Job logs in there',
  },
  {
    name: 'vm-address',
    value: 'IPV4',
    description: "The address for the cluster's traffic to it; needed when --vm has a host name",
  },
  { name: 'repo', value: '[HOST/]OWNER/NAME', description: "The repository that Flux follows; origin's unless told" },
  {
    name: 'branch',
    value: 'NAME',
    description:
      "Its default branch: tags of others have their own prefix. Origin's unless told, or what is checked out",
  },
  {
    name: 'frontend-image',
    value: 'PROJECT/NAME',
    description: 'The image, below the registry; library/frontend in a new tree',
  },
  { name: 'backend-image', value: 'PROJECT/NAME', description: 'The same of the backend' },
  {
    name: 'frontend-context',
    value: 'DIR',
    description: 'The folder that it is built from; frontend in a new tree',
  },
  { name: 'backend-context', value: 'DIR', description: 'The same of the backend' },
  {
    name: 'fluxgate',
    value: 'OWNER/NAME@COMMIT',
    description:
      'Which fluxgate new workflows use, by a full commit; unless told that of this checkout, when its origin has it',
  },
  { name: 'write', description: 'Write what is shown without asking' },
]
