package io.contractcheck.it.life;

import java.util.List;

/** {@link Trade#LIBRARY}. */
final class Library {
    private static final Form SHELF = Form.of(Field.text("room", 1, 40), Field.whole("width", 1, 500));
    private static final Form BOOK = Form.of(
            Field.text("title", 1, 80),
            Field.pattern("shelfmark", "[A-Z]{2} [0-9]{3}").optional(),
            Field.whole("pages", 1, 5000));

    private Library() {}

    static List<Route> routes(Flaw flaw) {
        Slip slip = flaw == Flaw.CHANGED_BOOK_MISTYPED
                ? Slip.MISTYPES_CHANGED
                : flaw == Flaw.BOOK_SURVIVES_SHELF
                        ? Slip.KEEPS_INNER
                        : flaw == Flaw.LIST_BREAKS ? Slip.FAILS_SHORTENED_LIST : Slip.NONE;
        Things shelves = new Things("shelfId", Ids::uuid, SHELF, Dress.PLAIN, Slip.NONE, path -> true);
        Things books = new Things("bookId", Ids::uuid, BOOK, Dress.PLAIN, slip, shelves::has);
        return List.of(
                Route.get("/shelves", shelves::list),
                Route.post("/shelves", SHELF, shelves::create),
                Route.get("/shelves/{shelfId}", shelves::read),
                Route.put("/shelves/{shelfId}", SHELF, shelves::change),
                Route.delete("/shelves/{shelfId}", shelves::delete),
                Route.get("/shelves/{shelfId}/books", books::list),
                Route.post("/shelves/{shelfId}/books", BOOK, books::create),
                Route.get("/shelves/{shelfId}/books/{bookId}", books::read),
                Route.put("/shelves/{shelfId}/books/{bookId}", BOOK, books::change),
                Route.delete("/shelves/{shelfId}/books/{bookId}", books::delete));
    }
}
