package org.chengshu.place.address;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What follows the areas: zone, locality, road, number, building, unit, floor, room, each at most once; locality, road, number in any order that is usual. For one text and one thread. */
final class HouseParts {
    private static final String COUNT = "[0-9A-Za-z一二三四五六七八九十百零〇东西南北甲乙丙丁]";
    private static final String OPEN = "^[\\s,，、;()（）〔〕\\[\\]-]*";
    private static final Pattern ZONE = Pattern.compile(
            OPEN + "([\\p{IsHan}]{0,10}?(?:自由贸易试验区|经济技术开发区|高新技术产业开发区|开发区|高新区|工业园区|产业园区|工业集中区|管理区|保税区|风景区))");
    private static final Pattern LOCALITY = Pattern.compile(OPEN
            + "((?:[\\p{IsHan}]{1,12}?(?:居民委员会|居委会|村民委员会|村委会|社区|行政村|自然村|村|屯|庄子|连队))"
            + "(?:[\\p{IsHan}]{0,6}?[0-9一二三四五六七八九十]{1,3}(?:组|队|社))?|[0-9一二三四五六七八九十]{1,3}(?:组|队|社))");
    private static final Pattern ROAD =
            Pattern.compile(OPEN + "([\\p{IsHan}0-9A-Za-z]{1,14}?(?:大道|大街|公路|环路|高速|路|街|巷|胡同|道|条|里弄)"
                    + "(?:[东西南北中]段|[一二三四五六七八九十]{1,2}(?:巷|街|段|里|路))?)(?![\\p{IsHan}]{0,2}(?:社区|街道|村|居委会))");
    private static final Pattern NUMBER = Pattern.compile(OPEN
            + "((?:[0-9]{1,5}弄|[0-9]{1,5}巷)?(?:第|附)?"
            + "[0-9A-Za-z一二三四五六七八九十百零]{1,6}(?:[-/.、至][0-9A-Za-z]{1,5}){0,3}号(?!楼|线|铺|仓|库|房|厂)"
            + "(?:[-之附][0-9一二三四五六七八九十]{1,4}(?![0-9室房])号?)?|[0-9]{1,5}弄(?:[0-9]{1,4}支弄)?)");
    private static final Pattern BUILDING = Pattern.compile(OPEN
            + "([\\p{IsHan}0-9A-Za-z·]{0,16}?(?:" + COUNT
            + "{1,4}(?:号楼|栋|幢|座|#楼)|大厦|大楼|广场|花园|小区|公寓|市场|中心|商城|商厦|新村|家园|园区|工业园|工业区|科技园|产业园|大院|宾馆|酒店|综合楼|办公楼|商住楼|楼盘)"
            + "(?:[0-9A-Za-z一二三四五六七八九十]{1,4}(?:号楼|栋|幢|座))?)");
    private static final Pattern UNIT = Pattern.compile(OPEN + "(" + COUNT + "{1,3}单元)");
    private static final Pattern FLOOR =
            Pattern.compile(OPEN + "((?:第|负|地下)?" + COUNT + "{1,3}(?:层|楼|F)(?![\\p{IsHan}]?(?:盘)))");
    private static final Pattern ROOM = Pattern.compile(
            OPEN
                    + "((?:[A-Za-z]?区)?[A-Za-z]?[0-9A-Za-z一二三四五六七八九十]{1,5}(?:[-,、~至][0-9A-Za-z]{1,5}){0,4}(?:室|房间|房|号铺|铺位|号房|铺|户|号门面|门面|号)|[A-Za-z]?[0-9]{3,5}[A-Za-z]?(?:-[0-9]{1,5})?(?![0-9\\p{IsHan}]))");

    private final String text;
    private int at;
    Optional<String> zone = Optional.empty();
    Optional<String> locality = Optional.empty();
    Optional<String> road = Optional.empty();
    Optional<String> number = Optional.empty();
    Optional<String> building = Optional.empty();
    Optional<String> unit = Optional.empty();
    Optional<String> floor = Optional.empty();
    Optional<String> room = Optional.empty();

    HouseParts(String text, int from) {
        this.text = text;
        this.at = from;
    }

    HouseParts read() {
        zone = take(ZONE);
        locality = take(LOCALITY);
        road = take(ROAD);
        if (locality.isEmpty() && road.isPresent()) {
            number = take(NUMBER);
            locality = take(LOCALITY);
        } else {
            number = take(NUMBER);
        }
        building = take(BUILDING);
        if (number.isEmpty()) {
            number = take(NUMBER);
        }
        unit = take(UNIT);
        floor = take(FLOOR);
        room = take(ROOM);
        return this;
    }

    String rest() {
        String rest = text.substring(at).strip();
        return rest.matches("[\\s,，、;()（）。.]*") ? "" : rest;
    }

    private Optional<String> take(Pattern pattern) {
        Matcher found = pattern.matcher(text).region(at, text.length()).useAnchoringBounds(true);
        if (!found.lookingAt()) {
            return Optional.empty();
        }
        at = found.end(1);
        return Optional.of(found.group(1).strip());
    }
}
