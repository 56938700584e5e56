import { useState, type ReactNode } from "react";

import type { PictureProps } from "./Picture";

/** A picture that fills its place; what stands in for it shows until it is there, or for good. */
export function Picture({
  uri,
  alt,
  fit = "cover",
  eager = false,
  instead,
}: PictureProps): ReactNode {
  const [failed, setFailed] = useState<string | null>(null);
  if (uri === null || failed === uri) return instead ?? null;
  return (
    <img
      src={uri}
      alt={alt}
      loading={eager ? "eager" : "lazy"}
      decoding="async"
      draggable={false}
      onError={() => setFailed(uri)}
      style={{ width: "100%", height: "100%", objectFit: fit, display: "block" }}
    />
  );
}
