"""fanart.tv, v3.2: artwork that its members make, such as logos, clear art and discs."""
