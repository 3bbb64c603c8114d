package org.chengshu.sense.decoders;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecoderReaderTest {
    @Test
    void tellsEverythingThatIsWrongAtOnceAndWhere() {
        assertThat(Decoding.faults("""
                        format: binary
                        checksum: {kind: crc17}
                        fields:
                          - {property: pm26, at: 0, type: uint8}
                          - {property: level, at: 1, type: uint9}
                          - {property: open, at: 1, type: bits, bits: [6, 4]}
                          - {property: note, formula: "levle + 1"}
                          - {property: pm25, att: 3, type: uint8}
                        """))
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault).startsWith("/checksum/kind kind is one of crc16-modbus"),
                        fault -> assertThat(fault)
                                .isEqualTo("/fields/0/property the product has no property pm26, did you mean pm25?"),
                        fault -> assertThat(fault).startsWith("/fields/1/type type is one of uint8"),
                        fault -> assertThat(fault).startsWith("/fields/2 bits are given as"),
                        fault -> assertThat(fault)
                                .startsWith("/fields/3/formula")
                                .contains("levle"),
                        fault -> assertThat(fault).isEqualTo("/fields/4/att there is no att here, did you mean at?"),
                        fault -> assertThat(fault).isEqualTo("/fields/4 at is missing"));
    }

    @Test
    void wantsAZoneForATimeThatHasNone() {
        assertThat(Decoding.faults("""
                        format: json
                        time: {at: $.t, format: "yyyy-MM-dd HH:mm"}
                        fields: [{property: level, at: $.l}]
                        """)).containsExactly("/time/format a time by a pattern needs a zone");
    }

    @Test
    void wantsAField() {
        assertThat(Decoding.faults("format: json\nfields: []")).containsExactly(" a decoder has at least one field");
        assertThat(Decoding.faults("format: xml\nfields: []"))
                .containsExactly("/format format is json or binary, not xml");
    }
}
