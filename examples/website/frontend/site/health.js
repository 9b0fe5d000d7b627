// The ingress sends /api/ to the backend.
const output = document.getElementById('health')

fetch('/api/health')
  .then(async response => {
    const { status, platform } = await response.json()
    output.textContent = `${status} (${platform})`
  })
  .catch(error => {
    output.textContent = `no answer: ${error.message}`
  })
