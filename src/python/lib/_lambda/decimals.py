"""Errors of decimals tell the condition that was met, as the library in C does: the one in Python tells more."""


def amend(module):
    def raise_error(context, condition, explanation=None, *args):
        try:
            return inherited_raise_error(context, condition, explanation, *args)
        except ArithmeticError as error:
            if error.args == (explanation,):
                error.args = ([condition],)
            raise

    inherited_raise_error = module.Context._raise_error
    module.Context._raise_error = raise_error
