"""Order that spans rooms: what follows what, when something happens elsewhere."""
