"""The few facts that only a sequence parameter set tells: bit depth, and the transfer curve."""

from typing import Final

_MAX_SPS_BYTES: Final = 512  # far more than what stands before the facts we want
_H264_SPS: Final = 7
_HEVC_SPS: Final = 33
_EXTENDED_RATIO: Final = 255


class _Bits:
    """Bits of a NAL unit, taken from the left."""

    __slots__ = ("_left", "_value")

    def __init__(self, unit: bytes) -> None:
        plain = unit[:_MAX_SPS_BYTES].replace(b"\0\0\3", b"\0\0")
        self._value = int.from_bytes(plain, "big")
        self._left = len(plain) * 8

    def take(self, count: int) -> int:
        """Take a number of `count` bits; EOFError when there are not as many."""
        self._left -= count
        if self._left < 0:
            raise EOFError
        return self._value >> self._left & (1 << count) - 1

    def golomb(self) -> int:
        """Take an unsigned Exp-Golomb number (ITU-T H.264, 9.1)."""
        zeros = 0
        while not self.take(1):
            zeros += 1
        return (1 << zeros) - 1 + self.take(zeros)


def h264_bit_depth(record: bytes) -> int | None:
    """Read the luma bit depth out of the first SPS of an avcC record of a High profile.

    Source: ITU-T H.264, 7.3.2.1.1.
    """
    length = int.from_bytes(record[6:8], "big")
    unit = record[8 : 8 + length]
    if len(unit) < 5 or unit[0] & 0x1F != _H264_SPS:
        return None
    bits = _Bits(unit[4:])  # after the NAL header, the profile, the constraints and the level
    try:
        bits.golomb()  # seq_parameter_set_id
        if bits.golomb() == 3:  # chroma_format_idc
            bits.take(1)
        return 8 + bits.golomb()
    except EOFError:
        return None


def hevc_transfer(record: bytes) -> int | None:
    """Read transfer_characteristics out of the first SPS of an hvcC record.

    None when the SPS has no such description, or is built in a way that we do not follow.
    Source: ITU-T H.265, 7.3.2.2 and E.2.1.
    """
    unit = _hevc_sps(record)
    if unit is None:
        return None
    bits = _Bits(unit[2:])
    try:
        return _transfer_of(bits)
    except EOFError:
        return None


def _hevc_sps(record: bytes) -> bytes | None:
    """Find the first SPS among an hvcC record's arrays (ISO/IEC 14496-15, 8.3.3.1.2)."""
    position = 23
    for _ in range(record[22]):
        if position + 5 > len(record):
            return None
        kind, count = record[position] & 0x3F, int.from_bytes(record[position + 1 : position + 3])
        position += 3
        for _ in range(count):
            length = int.from_bytes(record[position : position + 2])
            if kind == _HEVC_SPS:
                return record[position + 2 : position + 2 + length]
            position += 2 + length
    return None


def _transfer_of(bits: _Bits) -> int | None:
    sub_layers = _skip_to_picture(bits)
    if _skip_tools(bits, sub_layers) is None:
        return None
    if not bits.take(1):  # vui_parameters_present_flag
        return None
    if bits.take(1) and bits.take(8) == _EXTENDED_RATIO:
        bits.take(32)
    if bits.take(1):  # overscan_info_present_flag
        bits.take(1)
    if not bits.take(1):  # video_signal_type_present_flag
        return None
    bits.take(4)
    if not bits.take(1):  # colour_description_present_flag
        return None
    bits.take(8)
    return bits.take(8)


def _skip_to_picture(bits: _Bits) -> int:
    """Skip the ids, the profiles and levels and the picture's size; return the sub-layers."""
    bits.take(4)
    sub_layers = bits.take(3)
    bits.take(1 + 96)  # nesting flag, general profile, tier and level
    present = [(bits.take(1), bits.take(1)) for _ in range(sub_layers)]
    if sub_layers:
        bits.take(2 * (8 - sub_layers))
    for has_profile, has_level in present:
        bits.take(88 * has_profile + 8 * has_level)
    bits.golomb()  # sps_seq_parameter_set_id
    if bits.golomb() == 3:  # chroma_format_idc
        bits.take(1)
    bits.golomb()
    bits.golomb()
    if bits.take(1):  # conformance_window_flag
        for _ in range(4):
            bits.golomb()
    return sub_layers


def _skip_tools(bits: _Bits, sub_layers: int) -> bool | None:
    """Skip the coding tools up to the VUI; None where own scaling lists stand in the way."""
    bits.golomb()
    bits.golomb()
    order_bits = bits.golomb() + 4  # log2_max_pic_order_cnt_lsb
    for _ in range(sub_layers + 1 if bits.take(1) else 1):
        for _ in range(3):
            bits.golomb()
    for _ in range(6):
        bits.golomb()
    if bits.take(1) and bits.take(1):  # scaling_list_enabled, its own data
        return None
    bits.take(2)
    if bits.take(1):  # pcm_enabled_flag
        bits.take(8)
        bits.golomb()
        bits.golomb()
        bits.take(1)
    if not _skip_reference_sets(bits):
        return None
    if bits.take(1):  # long_term_ref_pics_present_flag
        for _ in range(bits.golomb()):
            bits.take(order_bits + 1)
    bits.take(2)
    return True


def _skip_reference_sets(bits: _Bits) -> bool:
    """Skip the short-term reference picture sets (ITU-T H.265, 7.3.7)."""
    sizes: list[int] = []
    for index in range(bits.golomb()):
        if index and bits.take(1):  # inter_ref_pic_set_prediction_flag
            sizes.append(_skip_predicted_set(bits, sizes[-1]))
        else:
            sizes.append(_skip_explicit_set(bits))
    return True


def _skip_predicted_set(bits: _Bits, size_before: int) -> int:
    bits.take(1)
    bits.golomb()
    return sum(1 for _ in range(size_before + 1) if bits.take(1) or bits.take(1))


def _skip_explicit_set(bits: _Bits) -> int:
    pictures = bits.golomb() + bits.golomb()
    for _ in range(pictures):
        bits.golomb()
        bits.take(1)
    return pictures
