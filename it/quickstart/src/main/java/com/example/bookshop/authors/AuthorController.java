package com.example.bookshop.authors;

import com.example.bookshop.api.NotFound;
import com.example.bookshop.api.NotFoundDocumented;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "authors")
@RestController
@RequestMapping("/authors")
class AuthorController {
    private final Authors authors;

    AuthorController(Authors authors) {
        this.authors = authors;
    }

    /**
     * PLANTED FAULT 3, a header that was promised: the document requires {@code X-Total-Count}, as the list of books has
     * it. This list never sends it.
     *
     * <p>PLANTED FAULT 7, an invalid request accepted: the document says that a page has at most 100 authors. Whoever asks
     * for more is not told so, but gets 100.
     */
    @Operation(summary = "List authors")
    @ApiResponse(
            responseCode = "200",
            description = "One page of the authors.",
            headers =
                    @Header(
                            name = "X-Total-Count",
                            required = true,
                            description = "How many authors there are on all pages.",
                            schema = @Schema(type = "integer", minimum = "0")))
    @GetMapping(produces = "application/json")
    ResponseEntity<List<AuthorDetails>> listAuthors(
            @RequestParam(defaultValue = "0") @Min(0) @Max(1000) int page,
            @Parameter(schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "100"))
                    @RequestParam(defaultValue = "20")
                    @Min(1)
                    int size) {
        Page<Author> result = authors.findAll(PageRequest.of(page, Math.min(size, 100), Sort.by("name", "id")));
        return ResponseEntity.ok(result.map(Author::details).getContent());
    }

    /**
     * PLANTED FAULT 4, a status that is not documented: the document knows 201 only, and without {@code @ResponseStatus}
     * Spring answers 200.
     */
    @Operation(summary = "Add an author")
    @ApiResponse(responseCode = "201", description = "The author as the shop keeps it.")
    @PostMapping(consumes = "application/json", produces = "application/json")
    AuthorDetails addAuthor(@RequestBody @Valid AuthorData data) {
        return authors.save(new Author(data)).details();
    }

    @Operation(summary = "Read an author")
    @ApiResponse(responseCode = "200", description = "The author.")
    @NotFoundDocumented
    @GetMapping(path = "/{authorId}", produces = "application/json")
    AuthorDetails readAuthor(@Parameter(example = "a0000000-0000-4000-8000-000000000001") @PathVariable UUID authorId) {
        return authors.findById(authorId)
                .orElseThrow(() -> new NotFound("author", authorId))
                .details();
    }
}
