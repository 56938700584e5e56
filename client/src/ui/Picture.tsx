import { Image } from "expo-image";
import { useState, type ReactNode } from "react";

export type PictureProps = {
  uri: string | null;
  /** What it shows; empty when words beside it say so already. */
  alt: string;
  fit?: "cover" | "contain";
  eager?: boolean;
  instead?: ReactNode;
  headers?: Record<string, string>;
};

/** A picture that fills its place; what stands in for it shows until it is there, or for good. */
export function Picture({ uri, alt, fit = "cover", instead, headers }: PictureProps): ReactNode {
  const [hasFailed, setFailed] = useState(false);
  if (uri === null || hasFailed) return instead ?? null;
  return (
    <Image
      source={{ uri, headers }}
      alt={alt}
      contentFit={fit}
      onError={() => setFailed(true)}
      style={{ width: "100%", height: "100%" }}
    />
  );
}
