package org.chengshu.bench.data;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A CSV file of what one of two departments knows of the same firms. The registry has all of them; the tax office two thirds,
 * a tenth of these without their code, some with other brackets and other figures.
 */
final class RegisterRows extends CsvRows {
    static final List<String> COLUMNS = List.of("id", "code", "name", "district", "address", "capital", "changed");

    private static final String SIGNS = "安邦昌达恩丰高海和吉嘉金康利明宁鹏启瑞盛泰通万祥新兴永源振中";
    private static final String[] KINDS = {"贸易", "科技", "餐饮", "物流", "建筑", "教育", "咨询"};
    private static final String[] DISTRICTS = {"福田区", "罗湖区", "南山区", "盐田区", "宝安区", "龙岗区"};
    private static final LocalDateTime FIRST_TIME = LocalDateTime.of(2024, 1, 1, 0, 0);
    private static final int LETTERS = 4;

    private final boolean tax;

    private RegisterRows(int firms, boolean tax) {
        super(COLUMNS, firms);
        this.tax = tax;
    }

    static RegisterRows registry(int firms) {
        return new RegisterRows(firms, false);
    }

    static RegisterRows taxOffice(int firms) {
        return new RegisterRows(firms, true);
    }

    static int ofTaxOffice(int firms) {
        return (int) IntStream.range(0, firms).filter(RegisterRows::paysTax).count();
    }

    static int withoutCode(int firms) {
        return (int) IntStream.range(0, firms)
                .filter(n -> paysTax(n) && lacksCode(n))
                .count();
    }

    private static boolean paysTax(int n) {
        return n % 3 != 0;
    }

    private static boolean lacksCode(int n) {
        return n % 10 == 0;
    }

    @Override
    void row(StringBuilder text, int n) {
        if (tax && !paysTax(n)) {
            return;
        }
        text.append(tax ? "T" : "R").append(n).append(',');
        text.append(tax && lacksCode(n) ? "" : "9144" + (10_000_000_000L + n)).append(',');
        text.append(tax && n % 4 == 0 ? "(深圳)" : "（深圳）")
                .append(ownName(n))
                .append(KINDS[n % KINDS.length])
                .append("有限公司,");
        text.append(DISTRICTS[n % DISTRICTS.length]).append(',');
        text.append("第").append(n % 911).append("路").append(n % 97).append("号,");
        text.append(n % 50_000 + (tax && n % 7 == 0 ? 1 : 0)).append(',');
        text.append(FIRST_TIME.plusSeconds(tax ? n / 2 : n).toInstant(ZoneOffset.UTC))
                .append('\n');
    }

    private static String ownName(int n) {
        StringBuilder name = new StringBuilder(LETTERS);
        int rest = n;
        for (int i = 0; i < LETTERS; i++) {
            name.append(SIGNS.charAt(rest % SIGNS.length()));
            rest /= SIGNS.length();
        }
        return name.toString();
    }
}
