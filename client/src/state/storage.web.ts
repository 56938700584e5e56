/** What the browser keeps for us; a browser that keeps nothing is no reason to fail. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export async function recallLater(name: string): Promise<string | null> {
  return recall(name);
}

/** Hears what another tab keeps under a name. */
export function whenElsewhere(name: string, hear: (text: string | null) => void): void {
  window.addEventListener("storage", ({ key, newValue }) => {
    if (key === name) hear(newValue);
  });
}

export function remember(name: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
  } catch {
    // full or forbidden: then it is not kept
  }
}
