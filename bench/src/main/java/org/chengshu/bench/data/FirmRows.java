package org.chengshu.bench.data;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** A CSV file of firms, ten columns of every type. */
final class FirmRows extends CsvRows {
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

    FirmRows(int rows) {
        super(COLUMNS, rows);
    }

    @Override
    void row(StringBuilder text, int n) {
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
