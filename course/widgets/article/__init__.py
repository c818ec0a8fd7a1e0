"""The article on the table: its statements as a page, to be marked sentence by sentence."""

from course.widgets.article.picture import Article
from course.widgets.questions import Asked


def article(*, question: Asked = None, statement: str = "") -> Article:
    """Return the article's statements as a page, to show as the last line of a cell.

    Parameters
    ----------
    question : course.predictions.Question or str, optional
        Asked before the page opens.
    statement : str, optional
        Id of the statement that is open; the first by default.

    Examples
    --------
    >>> page = article(statement="A19")
    >>> page.statement
    'A19'
    """
    return Article(question=question, statement=statement)
