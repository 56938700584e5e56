import { Share } from "react-native";

/** A phone shares where a browser saves. */
export async function saveText(name: string, text: string): Promise<void> {
  await Share.share({ title: name, message: text });
}
