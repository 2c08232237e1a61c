package io.contractcheck.it.life;

import java.util.List;
import java.util.function.Function;

/** What a service deals in. Its ids cannot be guessed. */
public enum Trade {
    /** Two levels: books stand on shelves. */
    LIBRARY("library-3.0.yaml", Library::routes),
    /** Ids are told in Location alone; an answer to a creation has no body. */
    PAPERS("papers-3.0.yaml", Papers::routes),
    /** Everything is in an envelope, and the ids are numbers. */
    CUSTOMERS("customers-3.1.yaml", Customers::routes),
    /** An id of two parts, of which a list brings the first. */
    SITES("sites-3.0.yaml", Sites::routes),
    /** A creation needs another thing's id in its body. */
    BLOG("blog-2.0.yaml", Blog::routes),
    /** What may be done depends on what was done before. */
    ORDERS("orders-3.0.yaml", Orders::routes);

    private final String document;
    private final Function<Flaw, List<Route>> routes;

    Trade(String document, Function<Flaw, List<Route>> routes) {
        this.document = document;
        this.routes = routes;
    }

    String document() {
        return document;
    }

    /** With nothing in it yet. */
    List<Route> routes(Flaw flaw) {
        return routes.apply(flaw);
    }
}
