"""Makes the transport stream that a Blu-ray disc keeps its film in."""

import io

import av


def as_transport_stream(file: bytes) -> bytes:
    """Move the pictures and sounds of a Matroska file, unchanged, into a transport stream."""
    memory = io.BytesIO()
    with (
        av.open(io.BytesIO(file), "r") as source,
        av.open(memory, "w", format="mpegts") as target,
    ):
        lanes = {
            stream.index: target.add_stream_from_template(stream)
            for stream in (*source.streams.video, *source.streams.audio)
        }
        for index, lane in lanes.items():
            lane.metadata.update(source.streams[index].metadata)
        for packet in source.demux(*(source.streams[index] for index in lanes)):
            if packet.dts is not None:
                packet.stream = lanes[packet.stream.index]
                target.mux(packet)
    return memory.getvalue()
