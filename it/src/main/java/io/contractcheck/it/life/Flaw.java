package io.contractcheck.it.life;

/** What is wrong with a service, with what finds it and how. */
public enum Flaw {
    /** Nothing. */
    NONE(Trade.LIBRARY, "", "", 0),
    /** A book that was changed is read with a number for its title. */
    CHANGED_BOOK_MISTYPED(Trade.LIBRARY, "GET /shelves/{shelfId}/books/{bookId}", "response_schema_conformance", 4),
    /** The books of a shelf that was deleted can still be read. */
    BOOK_SURVIVES_SHELF(Trade.LIBRARY, "GET /shelves/{shelfId}/books/{bookId}", "use_after_free", 4),
    /** The list of a shelf's books fails once one of them was deleted. */
    LIST_BREAKS(Trade.LIBRARY, "GET /shelves/{shelfId}/books", "not_a_server_error", 4),
    /** What was created is not found. */
    PAPER_UNREADABLE(Trade.PAPERS, "GET /papers/{key}", "ensure_resource_availability", 2),
    /** What was deleted is still found. */
    PAPER_STAYS(Trade.PAPERS, "GET /papers/{key}", "use_after_free", 3),
    /** What was changed is read with a number for its title. */
    CHANGED_PAPER_MISTYPED(Trade.PAPERS, "GET /papers/{key}", "response_schema_conformance", 3),
    /** To change what was deleted is answered as if it were there, and wrongly. */
    PAPER_REVIVED(Trade.PAPERS, "PUT /papers/{key}", "response_schema_conformance", 3),
    /** To delete it a second time fails. */
    CUSTOMER_DELETED_TWICE(Trade.CUSTOMERS, "DELETE /customers/{customerId}", "not_a_server_error", 3),
    /** What was changed cannot be read. */
    CHANGED_SITE_LOST(Trade.SITES, "GET /regions/{region}/sites/{code}", "not_a_server_error", 4),
    /** What was deleted is still found. */
    SITE_STAYS(Trade.SITES, "GET /regions/{region}/sites/{code}", "use_after_free", 4),
    /** An author may be deleted while there are posts of hers, which then cannot be read. */
    AUTHOR_GONE(Trade.BLOG, "GET /posts/{postId}", "not_a_server_error", 4),
    /** To delete it a second time fails. */
    POST_DELETED_TWICE(Trade.BLOG, "DELETE /posts/{postId}", "not_a_server_error", 4),
    /** To cancel a second time fails. */
    SECOND_CANCEL(Trade.ORDERS, "POST /orders/{orderId}/cancel", "not_a_server_error", 3),
    /** Of an order that is paid, and no other, the total is a text. */
    PAID_TOTAL(Trade.ORDERS, "GET /orders/{orderId}", "response_schema_conformance", 3),
    /** Of an order that is shipped, and no other, the parcel is a number. */
    SHIPPED_PARCEL(Trade.ORDERS, "GET /orders/{orderId}", "response_schema_conformance", 4);

    private final Trade trade;
    private final String operation;
    private final String check;
    private final int calls;

    Flaw(Trade trade, String operation, String check, int calls) {
        this.trade = trade;
        this.operation = operation;
        this.check = check;
        this.calls = calls;
    }

    /** Whose it is. */
    public Trade trade() {
        return trade;
    }

    /** The label of the operation whose answer shows it. */
    public String operation() {
        return operation;
    }

    /** The name of the check that speaks. */
    public String check() {
        return check;
    }

    /** How many calls it takes at least to show it on a new service, the one that shows it included. */
    public int calls() {
        return calls;
    }
}
