// Settings, soon.
export function SettingsScreen() {
  return <h1 className="only-heard">Settings</h1>;
}
