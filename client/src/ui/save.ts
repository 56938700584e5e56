import { File, Paths } from "expo-file-system";
import { shareAsync } from "expo-sharing";

/** Offers a text as a file of this name to whatever a phone keeps files in, or sends them with. */
export async function saveText(name: string, text: string): Promise<void> {
  const file = new File(Paths.cache, name);
  file.write(text);
  await shareAsync(file.uri);
}

/** Fetches a file of the server's, and offers it as a text is offered; `headers` say who asks. */
export async function saveFrom(
  address: string,
  name: string,
  headers: Record<string, string>,
): Promise<void> {
  const to = new File(Paths.cache, name);
  const file = await File.downloadFileAsync(address, to, { headers, idempotent: true });
  await shareAsync(file.uri);
}
