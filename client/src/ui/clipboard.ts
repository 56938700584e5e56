import { Share } from "react-native";

/** A phone shares where a browser copies. */
export async function copyText(text: string): Promise<void> {
  await Share.share({ message: text });
}
