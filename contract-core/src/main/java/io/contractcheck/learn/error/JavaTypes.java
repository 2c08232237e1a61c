package io.contractcheck.learn.error;

import java.util.List;

/** What texts Java's types are read from. */
final class JavaTypes {
    private JavaTypes() {}

    /** What a value must be to be read as that type; nothing if that is not known. */
    static List<Claim> claims(String type) {
        String name = type.replaceAll("<.*", "").replaceAll("^.*[.$]", "");
        return switch (name) {
            case "LocalDate" -> List.of(Claim.format("date"));
            case "Instant", "OffsetDateTime", "ZonedDateTime", "Date", "Timestamp", "Calendar" ->
                List.of(Claim.format("date-time"));
            case "LocalDateTime" ->
                List.of(Claim.pattern("^(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])T"
                        + "(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d$"));
            case "LocalTime" -> List.of(Claim.pattern("^(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d$"));
            case "OffsetTime" -> List.of(Claim.format("time"));
            case "YearMonth" -> List.of(Claim.pattern("^(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])$"));
            case "Year" -> List.of(Claim.pattern("^(?:19|20)\\d{2}$"));
            case "Duration" -> List.of(Claim.pattern("^PT(?:[1-9]\\d{0,2}H)?(?:[1-5]?\\d)M$"));
            case "Period" -> List.of(Claim.pattern("^P[1-9]\\d{0,2}D$"));
            case "ZoneId" -> List.of(Claim.oneOf(List.of("UTC", "Europe/Berlin", "America/New_York", "Asia/Tokyo")));
            case "Locale" -> List.of(Claim.pattern("^[a-z]{2}(?:-[A-Z]{2})?$"));
            case "Currency" -> List.of(Claim.oneOf(List.of("EUR", "USD", "GBP", "JPY", "CHF")));
            case "UUID" -> List.of(Claim.format("uuid"));
            case "URI", "URL" -> List.of(Claim.format("uri"));
            case "int", "Integer" -> List.of(Claim.type("integer"), Claim.format("int32"));
            case "long", "Long" -> List.of(Claim.type("integer"), Claim.format("int64"));
            case "short", "Short" -> whole(Short.MIN_VALUE, Short.MAX_VALUE);
            case "byte", "Byte" -> whole(Byte.MIN_VALUE, Byte.MAX_VALUE);
            case "BigInteger" -> List.of(Claim.type("integer"));
            case "double", "Double", "float", "Float", "BigDecimal", "Number" -> List.of(Claim.type("number"));
            case "boolean", "Boolean" -> List.of(Claim.type("boolean"));
            case "String" -> List.of(Claim.type("string"));
            case "ArrayList", "List", "Set", "HashSet", "LinkedHashSet", "Collection" -> List.of(Claim.type("array"));
            default -> List.of();
        };
    }

    private static List<Claim> whole(long least, long most) {
        return List.of(Claim.type("integer"), Claim.of("minimum", least), Claim.of("maximum", most));
    }
}
