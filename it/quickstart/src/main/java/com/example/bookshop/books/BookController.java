package com.example.bookshop.books;

import com.example.bookshop.api.ConflictDocumented;
import com.example.bookshop.api.NotFound;
import com.example.bookshop.api.NotFoundDocumented;
import com.example.bookshop.authors.Authors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "books")
@RestController
@RequestMapping("/books")
class BookController {
    private static final String EXAMPLE = """
            {"title": "The Left Hand of Darkness", "isbn": "9780441478125", "genre": "NOVEL", "price": 9.95,
             "publishedYear": 1969, "authorId": "a0000000-0000-4000-8000-000000000001"}
            """;

    private static final String CHANGED = """
            {"title": "Persuasion", "isbn": "9780141439686", "genre": "NOVEL", "price": 8.25,
             "publishedYear": 1817, "authorId": "a0000000-0000-4000-8000-000000000002"}
            """;

    /**
     * PLANTED FAULT 1, a server error: RATING became an order of the API, and nobody added it here. A search that asks
     * for it ends in a NullPointerException.
     */
    private static final Map<BookOrder, Sort> ORDERS = Map.of(
            BookOrder.TITLE, Sort.by("title"),
            BookOrder.PRICE, Sort.by("price"),
            BookOrder.NEWEST, Sort.by("publishedYear").descending());

    private final Books books;
    private final Authors authors;

    BookController(Books books, Authors authors) {
        this.books = books;
        this.authors = authors;
    }

    @Operation(summary = "Search books")
    @ApiResponse(
            responseCode = "200",
            description = "One page of the books found.",
            headers =
                    @Header(
                            name = "X-Total-Count",
                            required = true,
                            description = "How many books were found on all pages.",
                            schema = @Schema(type = "integer", minimum = "0")))
    @GetMapping(produces = "application/json")
    ResponseEntity<List<BookSummary>> searchBooks(
            @Parameter(description = "Part of the title.", example = "e")
                    @RequestParam(required = false)
                    @Size(max = 100) String q,
            @RequestParam(required = false) List<Genre> genre,
            @RequestParam(defaultValue = "TITLE") BookOrder sort,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        Sort order = ORDERS.get(sort).and(Sort.by("id"));
        Specification<Book> found = (book, query, builder) -> builder.conjunction();
        if (q != null) {
            found = found.and((book, query, builder) ->
                    builder.gt(builder.locate(builder.lower(book.get("title")), q.toLowerCase(Locale.ROOT)), 0));
        }
        if (genre != null && !genre.isEmpty()) {
            found = found.and((book, query, builder) -> book.get("genre").in(genre));
        }
        Page<Book> result = books.findAll(found, PageRequest.of(page, size, order));
        return ResponseEntity.ok()
                .header("X-Total-Count", Long.toString(result.getTotalElements()))
                .body(result.map(Book::summary).getContent());
    }

    @Operation(
            summary = "Add a book",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            examples = @ExampleObject(name = "novel", value = EXAMPLE))))
    @ApiResponse(
            responseCode = "201",
            description = "The book as the shop keeps it.",
            headers =
                    @Header(
                            name = "Location",
                            required = true,
                            description = "Where the book is.",
                            schema = @Schema(type = "string", format = "uri-reference")))
    @NotFoundDocumented
    @ConflictDocumented
    @PostMapping(consumes = "application/json", produces = "application/json")
    ResponseEntity<BookDetails> addBook(@RequestBody @Valid BookData data) {
        Book book = new Book(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        BookDetails added = store(book, data).details();
        return ResponseEntity.created(URI.create("/books/" + added.id())).body(added);
    }

    /**
     * PLANTED FAULT 2, an answer that breaks its schema: the document promises {@code addedAt} for every book. The books
     * that were there before the column was added have none.
     */
    @Operation(summary = "Read a book")
    @ApiResponse(responseCode = "200", description = "The book.")
    @NotFoundDocumented
    @GetMapping(path = "/{bookId}", produces = "application/json")
    BookDetails readBook(@Parameter(example = "b0000000-0000-4000-8000-000000000001") @PathVariable UUID bookId) {
        return book(bookId).details();
    }

    @Operation(
            summary = "Change a book",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            examples = @ExampleObject(name = "dearer", value = CHANGED))))
    @ApiResponse(responseCode = "204", description = "The book is changed.")
    @NotFoundDocumented
    @ConflictDocumented
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping(path = "/{bookId}", consumes = "application/json")
    void changeBook(
            @Parameter(example = "b0000000-0000-4000-8000-000000000002") @PathVariable UUID bookId,
            @RequestBody @Valid BookData data) {
        store(book(bookId), data);
    }

    private Book book(UUID id) {
        return books.findById(id).orElseThrow(() -> new NotFound("book", id));
    }

    private Book store(Book book, BookData data) {
        if (data.authorId() != null && !authors.existsById(data.authorId())) {
            throw new NotFound("author", data.authorId());
        }
        book.take(data);
        return books.save(book);
    }
}
