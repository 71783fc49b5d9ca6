// Every path the instance answers, and its value.

export function MetadataScreen() {
  return null;
}
