package org.chengshu.bench.data;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** A CSV file of firms, ten columns of every type, that is written while it is read. */
final class FirmRows extends InputStream {
    static final List<String> COLUMNS = List.of(
            "code",
            "name",
            "district",
            "capital",
            "employees",
            "founded",
            "changed",
            "active",
            "longitude",
            "latitude");

    private static final String[] KINDS = {"贸易", "科技", "餐饮", "物流", "建筑", "教育", "咨询"};
    private static final String[] DISTRICTS = {"福田区", "罗湖区", "南山区", "盐田区", "宝安区", "龙岗区"};
    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);
    private static final LocalDateTime FIRST_TIME = LocalDateTime.of(2024, 1, 1, 0, 0);
    private static final int AT_ONCE = 500;

    private final int rows;
    private int next;
    private byte[] some = (String.join(",", COLUMNS) + "\n").getBytes(StandardCharsets.UTF_8);
    private int place;

    FirmRows(int rows) {
        this.rows = rows;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int most) {
        if (most == 0) {
            return 0;
        }
        if (place == some.length && !fill()) {
            return -1;
        }
        int count = Math.min(most, some.length - place);
        System.arraycopy(some, place, target, offset, count);
        place += count;
        return count;
    }

    private boolean fill() {
        if (next == rows) {
            return false;
        }
        StringBuilder text = new StringBuilder(AT_ONCE * 128);
        for (int i = 0; i < AT_ONCE && next < rows; i++) {
            row(text, next++);
        }
        some = text.toString().getBytes(StandardCharsets.UTF_8);
        place = 0;
        return true;
    }

    private static void row(StringBuilder text, int n) {
        text.append("9144").append(10_000_000_000L + n).append(',');
        text.append("深圳市第")
                .append(n)
                .append("号")
                .append(KINDS[n % KINDS.length])
                .append("有限公司,");
        text.append(DISTRICTS[n % DISTRICTS.length]).append(',');
        text.append(n % 50_000).append('.').append(10 + n % 90).append(',');
        text.append(n % 977).append(',');
        text.append(FIRST_DAY.plusDays(n % 12_000)).append(',');
        text.append(FIRST_TIME.plusSeconds(n).toInstant(ZoneOffset.UTC)).append(",");
        text.append(n % 3 == 0 ? "false" : "true").append(',');
        text.append("114.").append(100_000 + n % 400_000).append(',');
        text.append("22.").append(500_000 + n % 300_000).append('\n');
    }
}
