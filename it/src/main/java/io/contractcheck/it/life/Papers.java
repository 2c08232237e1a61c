package io.contractcheck.it.life;

import java.util.List;

/** {@link Trade#PAPERS}. */
final class Papers {
    private static final Form PAPER = Form.of(
            Field.text("title", 3, 120),
            Field.oneOf("kind", "article", "letter", "review"),
            Field.whole("year", 1900, 2100));

    private Papers() {}

    static List<Route> routes(Flaw flaw) {
        Slip slip = switch (flaw) {
            case PAPER_UNREADABLE -> Slip.LOSES_CREATED;
            case PAPER_STAYS -> Slip.KEEPS_DELETED;
            case CHANGED_PAPER_MISTYPED -> Slip.MISTYPES_CHANGED;
            case PAPER_REVIVED -> Slip.REVIVES;
            default -> Slip.NONE;
        };
        Things papers = new Things("key", Ids::code, PAPER, Dress.LOCATION, slip, path -> true);
        return List.of(
                Route.get("/papers", papers::list),
                Route.post("/papers", PAPER, papers::create),
                Route.get("/papers/{key}", papers::read),
                Route.put("/papers/{key}", PAPER, papers::change),
                Route.delete("/papers/{key}", papers::delete));
    }
}
