from typing import Annotated
from pydantic import Field
IssueCode = Annotated[str, Field(pattern=r"^[a-z]+\.[a-z_]+$")]
