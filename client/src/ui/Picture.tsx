import { Image } from "expo-image";
import { useState, type ReactNode } from "react";

import { authorization } from "@/api/refresh";
import { bearer } from "@/api/tokens";

export type PictureProps = {
  uri: string | null;
  /** What it shows; empty when words beside it say so already. */
  alt: string;
  fit?: "cover" | "contain";
  eager?: boolean;
  instead?: ReactNode;
};

/** A picture that fills its place; what stands in for it shows until it is there, or for good. */
export function Picture({ uri, alt, fit = "cover", instead }: PictureProps): ReactNode {
  const [failed, setFailed] = useState<string | null>(null);
  const [headers, setHeaders] = useState(bearer);
  if (uri === null || failed === uri) return instead ?? null;
  const askAgain = async () => {
    const now = await authorization().catch(() => headers);
    if (now["Authorization"] === headers["Authorization"]) setFailed(uri);
    else setHeaders(now);
  };
  return (
    <Image
      source={{ uri, headers }}
      alt={alt}
      contentFit={fit}
      onError={() => void askAgain()}
      style={{ width: "100%", height: "100%" }}
    />
  );
}
