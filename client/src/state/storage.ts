import AsyncStorage from "@react-native-async-storage/async-storage";

/** A phone answers later only. */
export function recall(_name: string): string | null {
  return null;
}

export async function recallLater(name: string): Promise<string | null> {
  return AsyncStorage.getItem(name);
}

/** Only one client is at work on a phone: nothing changes behind its back. */
export function whenElsewhere(_name: string, _hear: (text: string | null) => void): void {}

export function remember(name: string, text: string | null): void {
  void (text === null ? AsyncStorage.removeItem(name) : AsyncStorage.setItem(name, text));
}
