/** Puts a text into a file of the user's, under a name. */
export async function saveText(name: string, text: string): Promise<void> {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  save(address, name);
  URL.revokeObjectURL(address);
}

/** Saves a file of the server's; a browser's cookies say who asks. */
export async function saveFrom(
  address: string,
  name: string,
  _headers: Record<string, string>,
): Promise<void> {
  save(address, name);
}

function save(address: string, name: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}
